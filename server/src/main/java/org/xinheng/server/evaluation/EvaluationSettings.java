package org.xinheng.server.evaluation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.evaluation.*}: when this installation has time for runs over the whole place, nothing that a model says.
 *
 * @param fromHour hour of the day (0–23, Asia/Shanghai) from which the nightly runs begin
 * @param untilHour hour from which none is begun any more
 * @param look how often it is looked whether one is due
 * @param keepResults how long the results of a run are kept, counted from its beginning; those of the newest finished run of each model
 *     and all receipts are kept for good
 * @param follow whether an organisation is evaluated again as soon as something befalls it
 * @param give how often grades that are given by rule are brought up to date
 */
@ConfigurationProperties("xinheng.evaluation")
public record EvaluationSettings(
        @DefaultValue("1") int fromHour,
        @DefaultValue("5") int untilHour,
        @DefaultValue("5m") Duration look,
        @DefaultValue("35d") Duration keepResults,
        @DefaultValue("true") boolean follow,
        @DefaultValue("5s") Duration give) {

    public EvaluationSettings {
        if (fromHour < 0 || fromHour > 23 || untilHour <= fromHour || untilHour > 24) {
            throw new IllegalArgumentException(
                    "xinheng.evaluation.from-hour and until-hour name no hours of one night: " + fromHour + ", "
                            + untilHour);
        }
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("xinheng.evaluation.look is no time: " + look);
        }
        if (give.isNegative() || give.isZero()) {
            throw new IllegalArgumentException("xinheng.evaluation.give is no time: " + give);
        }
        if (keepResults.isNegative()) {
            throw new IllegalArgumentException("xinheng.evaluation.keep-results is no time: " + keepResults);
        }
    }
}
