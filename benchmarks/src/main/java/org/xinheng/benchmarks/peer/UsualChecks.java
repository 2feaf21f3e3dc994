package org.xinheng.benchmarks.peer;

import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.NullUnmarked;
import org.mybatis.spring.mapper.MapperFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * The usual service for checks: Spring MVC on Tomcat, four MyBatis queries, a map as answer; no sign-in, no receipt, no log.
 */
@NullUnmarked
public final class UsualChecks {

    public static final String PATH = "/check";

    /** Filled by the benchmark: subjects by COPY, the rest from them. */
    public static final String TABLES = """
            CREATE TABLE subject (id bigint PRIMARY KEY, code varchar(18) NOT NULL, name varchar(200) NOT NULL, state int);
            CREATE TABLE blacklist (id bigint PRIMARY KEY, subject_id bigint NOT NULL, list varchar(50), until date);
            CREATE TABLE penalty (id bigint PRIMARY KEY, subject_id bigint NOT NULL, document_number varchar(128),
                kind varchar(200), decided_on date, fine numeric(16, 6), authority varchar(200));
            CREATE TABLE measure (id bigint PRIMARY KEY, matter varchar(100), kind varchar(100), fine_from numeric(16, 6));
            """;

    public static final String REST = """
            INSERT INTO blacklist SELECT id, id, 'severe', date '2028-01-01' FROM subject WHERE id %% 100 = 0;
            INSERT INTO penalty SELECT row_number() OVER (), s.id, '示罚〔2026〕' || s.id || '-' || i || '号',
                CASE WHEN i = 1 AND s.id %% 10 = 0 THEN '吊销许可证件' ELSE '罚款' END, date '2026-11-01' - i, 5, '示例局'
                FROM subject s, generate_series(1, %d) i;
            INSERT INTO measure SELECT i, CASE WHEN i <= 5 THEN 'government-procurement' ELSE 'other-' || i END, '吊销许可证件',
                200 FROM generate_series(1, 50) i;
            CREATE UNIQUE INDEX ON subject (code);
            CREATE INDEX ON blacklist (subject_id);
            CREATE INDEX ON penalty (subject_id, decided_on);
            CREATE INDEX ON measure (matter);
            ANALYZE;
            """;

    private UsualChecks() {}

    public static void main(String[] arguments) throws Exception {
        UsualServer.serve(Wiring.class, CheckEndpoint.class);
    }

    /** What is asked. */
    public record Question(String code, String matter, String purpose, String caseNumber, String operator) {}

    /** The four queries. */
    public interface CheckMapper {

        @Select("SELECT id, code, name, state FROM subject WHERE code = #{code}")
        Map<String, Object> subject(@Param("code") String code);

        @Select("SELECT list, until FROM blacklist WHERE subject_id = #{id} AND until >= #{day}")
        List<Map<String, Object>> lists(@Param("id") long id, @Param("day") LocalDate day);

        @Select("SELECT document_number, kind, decided_on, fine, authority FROM penalty"
                + " WHERE subject_id = #{id} AND decided_on >= #{day} ORDER BY decided_on DESC")
        List<Map<String, Object>> penalties(@Param("id") long id, @Param("day") LocalDate day);

        @Select("SELECT kind, fine_from FROM measure WHERE matter = #{matter}")
        List<Map<String, Object>> measures(@Param("matter") String matter);
    }

    /** The endpoint. */
    @RestController
    public static class CheckEndpoint {

        private final CheckMapper mapper;

        CheckEndpoint(CheckMapper mapper) {
            this.mapper = mapper;
        }

        @PostMapping(PATH)
        Map<String, Object> check(@RequestBody Question question) {
            var today = LocalDate.now();
            var subject = mapper.subject(question.code());
            if (subject == null) {
                return Map.of("answer", "UNKNOWN");
            }
            long id = (Long) subject.get("id");
            var lists = mapper.lists(id, today);
            var penalties = mapper.penalties(id, today.minusYears(3));
            var measures = mapper.measures(question.matter());
            var kinds = measures.stream().map(measure -> measure.get("kind")).toList();
            var hits = penalties.stream()
                    .filter(penalty -> kinds.contains(penalty.get("kind")))
                    .toList();
            return Map.of(
                    "answer", hits.isEmpty() && lists.isEmpty() ? "CLEAR" : "HIT",
                    "subject", subject,
                    "hits", hits,
                    "lists", lists);
        }
    }

    /** What a starter would wire. */
    @Configuration
    @EnableWebMvc
    static class Wiring {

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource() {
            var source = new HikariDataSource();
            source.setJdbcUrl(environment(UsualIngest.URL));
            source.setUsername(environment(UsualIngest.USER));
            source.setPassword(environment(UsualIngest.PASSWORD));
            source.setMaximumPoolSize(16);
            return source;
        }

        private static String environment(String name) {
            return Objects.requireNonNull(System.getenv(name), name);
        }

        @Bean
        MybatisSqlSessionFactoryBean sqlSessionFactory(DataSource dataSource) {
            var factory = new MybatisSqlSessionFactoryBean();
            factory.setDataSource(dataSource);
            return factory;
        }

        @Bean
        MapperFactoryBean<CheckMapper> checkMapper(SqlSessionFactory factory) {
            var mapper = new MapperFactoryBean<>(CheckMapper.class);
            mapper.setSqlSessionFactory(factory);
            return mapper;
        }
    }
}
