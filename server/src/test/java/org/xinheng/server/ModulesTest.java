package org.xinheng.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A module shows its root package only and depends on nothing but what its {@code package-info} allows. */
class ModulesTest {

    private static final String CLI = "org.xinheng.server.cli..";

    /** The command line stands in front of the modules like {@code main} does: nobody may depend on it. */
    @Test
    void modulesKeepToTheirDoorsAndTheirDependencies() {
        ApplicationModules.of(XinhengApplication.class, resideInAPackage(CLI)).verify();
    }

    @Test
    void nobodyDependsOnTheCommandLine() {
        noClasses()
                .that(describe(
                        "are not the command line",
                        (JavaClass c) -> !resideInAPackage(CLI).test(c)))
                .should()
                .dependOnClassesThat(resideInAPackage(CLI))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.xinheng"));
    }
}
