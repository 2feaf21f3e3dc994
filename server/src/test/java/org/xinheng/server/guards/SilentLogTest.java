package org.xinheng.server.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.xinheng.core.record.CheckedRow;
import org.xinheng.core.record.Finding;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.KeptRow;
import org.xinheng.server.intake.spool.RowText;
import org.xinheng.server.intake.spool.StagedRow;
import org.xinheng.server.organisation.RegisterRow;

/** Who sees rows has no logger: a line of log cannot quote what its writer never holds. */
class SilentLogTest {

    private static final Set<Class<?>> ROWS = Set.of(
            SourceRow.class,
            CheckedRow.class,
            Finding.class,
            StagedRow.class,
            KeptRow.class,
            RowText.class,
            RegisterRow.class,
            NewVersion.class,
            RecordVersion.class);

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.xinheng");

    @Test
    void whoSeesRowsHasNoLogger() {
        noClasses()
                .that(describe("see rows", SilentLogTest::seesRows))
                .should()
                .dependOnClassesThat(assignableTo(Logger.class))
                .check(PRODUCT);
    }

    @Test
    void theGuardKnowsWhoSeesRowsAndWhoLogs() {
        assertThat(PRODUCT.stream().filter(SilentLogTest::seesRows))
                .extracting(JavaClass::getSimpleName)
                .contains("Closing", "RecordLoad");
        assertThat(PRODUCT.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency ->
                                        dependency.getTargetClass().isEquivalentTo(Logger.class))))
                .extracting(JavaClass::getSimpleName)
                .contains("Worker");
    }

    /** Standard output and standard error end in somebody's log too. */
    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.xinheng.server.cli..", "org.xinheng.packs.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(PRODUCT);
    }

    private static boolean seesRows(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> ROWS.stream()
                        .anyMatch(row -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .isAssignableTo(row)));
    }
}
