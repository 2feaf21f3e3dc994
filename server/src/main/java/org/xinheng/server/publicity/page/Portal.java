package org.xinheng.server.publicity.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;

/** What every page of the portal asks: the records, the register, the rules in force and which day it is. */
@Component
class Portal {

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;
    private final FromPolicy<CodeReader> codes;
    private final FromPolicy<RecordReader> reader;
    private final FromPolicy<List<RecordType>> types;
    private final FromPolicy<List<RecordType>> frontTypes;

    Portal(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
        this.codes = new FromPolicy<>(inForce, policy -> CodeReader.of(policy.codes()));
        this.reader = new FromPolicy<>(inForce, RecordReader::new);
        this.types = new FromPolicy<>(inForce, RecordReader::publicTypes);
        this.frontTypes = new FromPolicy<>(inForce, RecordReader::frontTypes);
    }

    PublicRecords records() {
        return records;
    }

    Organisations organisations() {
        return organisations;
    }

    Policy policy() {
        return inForce.policy();
    }

    List<RecordType> types() {
        return types.get();
    }

    List<RecordType> frontTypes() {
        return frontTypes.get();
    }

    RecordReader reader() {
        return reader.get();
    }

    /** The reader of codes; its tables are laid out once for each version of the pack. */
    CodeReader codes() {
        return codes.get();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
    }
}
