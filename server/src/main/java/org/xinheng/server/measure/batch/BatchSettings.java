package org.xinheng.server.measure.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code xinheng.checks.batch.*}.
 *
 * @param lines most lines of one list
 * @param size largest list as it is sent; it is read as it comes and never kept
 * @param chunk lines whose receipts are kept in one transaction
 * @param chunksAtOnce chunks of one list that are worked on at the same time
 * @param atOnce lists that are answered at the same time; another is told to come again
 */
@ConfigurationProperties("xinheng.checks.batch")
public record BatchSettings(
        @DefaultValue("200000") int lines,
        @DefaultValue("256MB") DataSize size,
        @DefaultValue("1000") int chunk,
        @DefaultValue("2") int chunksAtOnce,
        @DefaultValue("2") int atOnce) {}
