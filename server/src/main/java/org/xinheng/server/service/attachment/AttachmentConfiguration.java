package org.xinheng.server.service.attachment;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.service.MalwareScan;

/** Wires attachments. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    /** An installation with another scanner brings a bean of its own. */
    @Bean
    KeptAttachments.Rules attachmentRules(
            PolicyInForce inForce,
            ObjectProvider<MalwareScan> scanner,
            @Value("${xinheng.attachments.most:20MB}") DataSize most,
            @Value("${xinheng.attachments.clamav:}") String clamav) {
        MalwareScan scan = scanner.getIfAvailable(() -> clamav.isBlank() ? null : ClamAv.at(clamav));
        return new KeptAttachments.Rules(inForce, most.toBytes(), scan);
    }

    @Bean
    Attachments attachments(
            JdbcClient sql,
            KeptAttachments.Rules rules,
            AccessLog log,
            Clock clock,
            @Value("${xinheng.data:data}") Path folder) {
        return new KeptAttachments(
                new AttachmentStore(sql), new ContentFolder(folder.resolve("attachments")), rules, log, clock);
    }

    @Bean(destroyMethod = "close")
    AttachmentSweep attachmentSweep(Attachments attachments) {
        return new AttachmentSweep(attachments);
    }
}
