package org.xinheng.benchmarks.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The usual page: Spring MVC on Tomcat, Thymeleaf with its cache, fifty rows out of memory; no database, no sign-in, no filters. */
@NullUnmarked
public final class UsualPages {

    public static final String PATH = "/penalties";
    public static final int ROWS = 50;

    private UsualPages() {}

    public static void main(String[] arguments) throws Exception {
        UsualServer.serve(Wiring.class, PenaltiesPage.class);
    }

    /** What a row of the product's list shows. */
    public record Row(
            String address,
            String what,
            String kind,
            String code,
            String party,
            String authority,
            LocalDate decidedOn,
            LocalDate until) {}

    /** The page. */
    @Controller
    public static class PenaltiesPage {

        private final List<Row> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Row(
                        "/records/" + (1_000_000 + i),
                        "未按规定建立进货查验记录制度（第" + i + "项）",
                        "罚款；警告",
                        "91990121MA" + (10_000_000 + i),
                        "澜衡市示例第" + i + "商贸有限公司",
                        "澜衡市市场监督管理局",
                        LocalDate.of(2026, 11, 1).minusDays(i),
                        LocalDate.of(2029, 11, 1).minusDays(i)))
                .toList();

        @GetMapping(PATH)
        String penalties(Model model) {
            model.addAttribute("rows", rows);
            return "usual-penalties";
        }
    }

    /** What a starter would wire. */
    @Configuration
    @EnableWebMvc
    static class Wiring {

        @Bean
        ClassLoaderTemplateResolver templates() {
            var templates = new ClassLoaderTemplateResolver();
            templates.setPrefix("usual/");
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            templates.setCacheable(true);
            return templates;
        }

        @Bean
        SpringTemplateEngine engine(ClassLoaderTemplateResolver templates) {
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(templates);
            // As the starter leaves it on a JVM that compiles: expressions are compiled too.
            engine.setEnableSpringELCompiler(true);
            return engine;
        }

        @Bean
        ThymeleafViewResolver views(SpringTemplateEngine engine) {
            var views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding("UTF-8");
            return views;
        }
    }
}
