package org.xinheng.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.xinheng.server.organisation.SizeClasses;

/** A module shows its root package only and depends on nothing but what its {@code package-info} allows. */
class ModulesTest {

    private static final String CLI = "org.xinheng.server.cli..";
    private static final String WARNING = "org.xinheng.server.warning..";

    /** The command line stands in front of the modules like {@code main} does: nobody may depend on it. */
    @Test
    void modulesKeepToTheirDoorsAndTheirDependencies() {
        ApplicationModules.of(XinhengApplication.class, resideInAPackage(CLI)).verify();
    }

    /** A warning informs: no check, grade, list, measure or inspection may read one. */
    @Test
    void nobodyReadsAnEarlyWarning() {
        noClasses()
                .that(describe(
                        "are not the warnings",
                        (JavaClass c) -> !resideInAPackage(WARNING).test(c)))
                .should()
                .dependOnClassesThat(resideInAPackage(WARNING))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.xinheng.server", "org.xinheng.core"));
    }

    /** Size is no factor of anything: only the trial of a model sees it, to show whether all sizes are treated alike. */
    @Test
    void onlyTheModelRoomReadsSizes() {
        noClasses()
                .that(describe(
                        "are neither the register nor the model room",
                        (JavaClass c) -> !c.getPackageName().startsWith("org.xinheng.server.organisation")
                                && !c.getName().startsWith("org.xinheng.server.evaluation.run.ModelTrials")
                                && !c.getName().equals("org.xinheng.server.evaluation.run.TrialConfiguration")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SizeClasses.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.xinheng.server"));
    }

    /** Nor behind the back of their module, in SQL. */
    @Test
    void noSqlOfAnotherModuleReadsAnEarlyWarning() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/warning/"))
                            .filter(ModulesTest::namesTheTables)
                            .toList())
                    .isEmpty();
        }
    }

    private static boolean namesTheTables(Path file) {
        try {
            return Files.readString(file).matches("(?s).*\\b(FROM|JOIN|INTO)\\s+warning\\..*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
