package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;

/** No place and no office is named by the code: what the packs call them stands in no source, template or sentence. */
class NamesStayInPacksTest {

    private static final Pattern COMMENT =
            Pattern.compile("/\\*[\\s\\S]*?\\*/|(?m)//.*$|(?m)^\\s*#.*$|<%--[\\s\\S]*?--%>");
    private static final List<String> PLACES =
            List.of("neijiang", "jilin", "jilin-linjiang", "shangqiu", "mishan", "urumqi");
    private static final List<String> FLOORS = List.of("core", "packs", "server", "testkit");

    @Test
    void noPlaceAndNoOfficeStandsInTheCode() throws IOException {
        Set<String> names = names();
        assertThat(names).hasSizeGreaterThan(60).contains("市场监督管理局", "内江市", "营商环境建设监督局");
        List<String> found = new ArrayList<>();
        for (String floor : FLOORS) {
            try (Stream<Path> files =
                    Files.walk(Project.home().resolve(floor).resolve("src").resolve("main"))) {
                for (Path file : files.filter(NamesStayInPacksTest::isSource).toList()) {
                    String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                    names.stream().filter(code::contains).forEach(name -> found.add(file + ": " + name));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.endsWith(".java")
                        || name.endsWith(".jte")
                        || name.endsWith(".properties")
                        || name.endsWith(".sql"));
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String pack : PLACES) {
            Policy policy = PackLoaderTest.load(PackLoaderTest.PACKS, pack);
            Place place = policy.place();
            names.add(place.name().zh());
            names.add(place.leadAuthority().zh());
            names.add(place.leadAuthority().zh().replace(place.name().zh(), ""));
            names.add(place.platform().zh());
            // A district's name alone may be a common word (市中区): the longer ones are told apart.
            place.counties().stream()
                    .map(county -> county.name().zh())
                    .filter(name -> name.length() > 3)
                    .forEach(names::add);
            for (Functions.Succession succession :
                    policy.instruments().functions().successions()) {
                names.addAll(succession.endings());
                names.add(succession.successor());
            }
        }
        return names;
    }
}
