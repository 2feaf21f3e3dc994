package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Functions.Function;

/** What a body of the past decided is corrected, repaired and contested with the one that carries its functions on. */
class SuccessionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static Functions functions(String pack) throws IOException {
        return PackLoaderTest.load(PackLoaderTest.PACKS, pack).instruments().functions();
    }

    @ParameterizedTest
    @CsvSource({
        "national, 示例市工商行政管理局,     示例市市场监督管理局",
        "national, 示例市质量技术监督局,     示例市市场监督管理局",
        "national, 示例县国家税务局,         示例县税务局",
        "national, 示例市环境保护局,         示例市生态环境局",
        "national, 示例市国土资源局,         示例市自然资源局",
        "shangqiu, 示例市国土资源局,         示例市自然资源和规划局",
        "shangqiu, 示例市旅游局,             示例市文化广电和旅游局",
        "national, 示例市文化广电和旅游局,   示例市文化广电和旅游局",
        "national, 示例市税务局,             示例市税务局",
        "shangqiu, 示例市自然资源和规划局,   示例市自然资源和规划局",
        "national, 示例市教育局,             示例市教育局"
    })
    void goesToTheBodyOfToday(String pack, String former, String bearer) throws IOException {
        for (Function function : Function.values()) {
            assertThat(functions(pack).bearer(former, function, TODAY)).isEqualTo(bearer);
        }
    }

    @Test
    void beforeTheReformTheFormerBodyBearsItself() throws IOException {
        assertThat(functions("national").bearer("示例市工商行政管理局", Function.REPAIR, LocalDate.of(2018, 3, 20)))
                .isEqualTo("示例市工商行政管理局");
        assertThat(functions("national").bearer("示例市工商行政管理局", Function.REPAIR, LocalDate.of(2018, 3, 21)))
                .isEqualTo("示例市市场监督管理局");
    }

    @Test
    void mishanDeliversUpwardForItsBodies() throws IOException {
        assertThat(functions("mishan").mandates())
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.deliveredBy()).isEqualTo("密山市营商环境建设监督局"));
    }
}
