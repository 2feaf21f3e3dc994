package org.xinheng.server.casework.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.service.Attachments;

/** Wires what pages and programs share of cases. */
@Configuration(proxyBeanMethods = false)
class CasePagesConfiguration {

    @Bean
    OpenCases openCases(CaseDesk desk, CaseReading reading) {
        return new OpenCases(desk, reading);
    }

    @Bean
    ChapterOfOwnFile ownCases(OpenCases cases, CaseReading reading) {
        return new OwnCases(cases, reading);
    }

    @Bean
    CaseReading caseReading(Surroundings around, Subjects subjects, Attachments attachments) {
        return new CaseReading(around, subjects, attachments);
    }

    @Bean
    CaseForms caseForms(Surroundings around, Subjects subjects) {
        return new CaseForms(around, subjects);
    }
}
