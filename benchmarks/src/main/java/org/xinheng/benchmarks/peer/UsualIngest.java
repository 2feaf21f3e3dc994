package org.xinheng.benchmarks.peer;

import cn.idev.excel.FastExcel;
import cn.idev.excel.support.ExcelTypeEnum;
import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.core.config.GlobalConfig;
import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.Validation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.mapper.MapperFactoryBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.xinheng.benchmarks.ground.Child;
import tools.jackson.databind.json.JsonMapper;

/**
 * The usual stack for collecting files: EasyExcel (its maintained fork) reads beans, Bean Validation checks them, MyBatis-Plus
 * saves batches of a thousand into one table with a snowflake key, a unique natural key, three more indexes and a jsonb
 * payload. Answers {@code load FILE}.
 *
 * <p>{@code tuned} is what its manuals tell the impatient: rewritten batches, every column written always, no look beforehand.
 */
public final class UsualIngest {

    /** In the environment, with user and password beside it. */
    public static final String URL = "PEER_URL";

    public static final String USER = "PEER_USER";
    public static final String PASSWORD = "PEER_PASSWORD";
    public static final String TUNED = "tuned";
    public static final String AS_WRITTEN = "as-written";

    public static final String TABLE = """
            CREATE TABLE penalty (
                id bigint PRIMARY KEY, subject_code varchar(18) NOT NULL, subject_name varchar(200) NOT NULL,
                document_number varchar(128) NOT NULL, authority_code varchar(18) NOT NULL, kind varchar(200) NOT NULL,
                decided_on date NOT NULL, fine numeric(16, 6), confiscated numeric(16, 6), valid_until date,
                source_code varchar(18) NOT NULL, payload jsonb NOT NULL, created_at timestamp NOT NULL,
                UNIQUE (document_number, authority_code, subject_code, kind));
            CREATE INDEX ON penalty (subject_code);
            CREATE INDEX ON penalty (decided_on);
            CREATE INDEX ON penalty (authority_code, decided_on);
            """;

    private UsualIngest() {}

    public static void main(String[] arguments) throws IOException {
        boolean tuned = arguments[0].equals(TUNED);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var json = new JsonMapper();
        try (var context = new AnnotationConfigApplicationContext();
                var validation = Validation.buildDefaultValidatorFactory()) {
            context.registerBean("tuned", Boolean.class, () -> tuned);
            context.register(Wiring.class);
            context.refresh();
            var service = context.getBean(PenaltyService.class);
            out.println(Child.MARK + "{}");
            var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var command = commands.readLine(); command != null; command = commands.readLine()) {
                ToIntFunction<List<PenaltyEntity>> save = tuned ? service::saveAll : service::saveNew;
                var listener = new PenaltyListener(validation.getValidator(), save);
                var file = command.substring("load ".length());
                long start = System.nanoTime();
                FastExcel.read(file, PenaltyBean.class, listener)
                        .excelType(file.endsWith(".csv") ? ExcelTypeEnum.CSV : ExcelTypeEnum.XLSX)
                        .charset(StandardCharsets.UTF_8)
                        .sheet()
                        .doRead();
                long end = System.nanoTime();
                out.println(Child.MARK
                        + json.writeValueAsString(Map.of(
                                "seconds",
                                (end - start) / 1e9,
                                "rows",
                                listener.saved(),
                                "faults",
                                listener.faults())));
            }
        }
    }

    /** What a starter would wire. */
    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(Boolean tuned) {
            var source = new HikariDataSource();
            // Without it a text never becomes jsonb.
            source.setJdbcUrl(
                    environment(URL) + "?stringtype=unspecified" + (tuned ? "&reWriteBatchedInserts=true" : ""));
            source.setUsername(environment(USER));
            source.setPassword(environment(PASSWORD));
            return source;
        }

        private static String environment(String name) {
            return Objects.requireNonNull(System.getenv(name), name);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        MybatisSqlSessionFactoryBean sqlSessionFactory(DataSource dataSource, Boolean tuned) {
            var factory = new MybatisSqlSessionFactoryBean();
            factory.setDataSource(dataSource);
            var columns = new GlobalConfig.DbConfig();
            if (tuned) {
                columns.setInsertStrategy(FieldStrategy.ALWAYS);
            }
            var settings = new GlobalConfig();
            settings.setDbConfig(columns);
            settings.setBanner(false);
            factory.setGlobalConfig(settings);
            return factory;
        }

        @Bean
        MapperFactoryBean<PenaltyMapper> penaltyMapper(SqlSessionFactory factory) {
            var mapper = new MapperFactoryBean<>(PenaltyMapper.class);
            mapper.setSqlSessionFactory(factory);
            return mapper;
        }

        @Bean
        PenaltyService penaltyService() {
            return new PenaltyService();
        }
    }
}
