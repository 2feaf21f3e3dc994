package org.xinheng.server.publicity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.web.Masthead;

/** Another pack is another portal: its name, its lead authority and its kinds of records come from there. */
class MastheadTest {

    @ParameterizedTest
    @CsvSource({
        "neijiang,       内江市社会信用信息共享平台, 内江市发展和改革委员会,           arrears",
        "jilin,          吉林省社会信用综合服务平台, 吉林省政务服务和数字化建设管理局, severe-list",
        "jilin-linjiang, 临江市社会信用综合服务平台, 临江市政务服务和数字化建设管理局, severe-list",
        "shangqiu,       商丘市公共信用信息平台,     商丘市发展和改革委员会,           procurement-agency",
        "mishan,         密山市公共信用信息平台,     密山市营商环境建设监督局,         severe-list",
        "urumqi,         乌鲁木齐市信用信息共享平台, 乌鲁木齐市发展和改革委员会,       credit-agency"
    })
    void saysWhosePortalItIs(String pack, String platform, String lead, String type) throws IOException {
        Path packs = Path.of(System.getProperty("xinheng.home"), "policy-packs");
        Policy policy = ((PackLoading.Loaded) PackLoader.load(packs, pack)).policy();
        Masthead masthead = new PortalConfiguration().masthead(() -> policy);

        assertThat(masthead.platform().zh()).isEqualTo(platform);
        assertThat(masthead.leadAuthority().zh()).isEqualTo(lead);
        assertThat(policy.recordTypes()).containsKey(type);
    }
}
