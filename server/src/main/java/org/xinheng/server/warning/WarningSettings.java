package org.xinheng.server.warning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.warnings.*}; what warns stands in the pack.
 *
 * @param look how often it is looked whether records or the day brought a cause
 */
@ConfigurationProperties("xinheng.warnings")
public record WarningSettings(@DefaultValue("1m") Duration look) {

    public WarningSettings {
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("xinheng.warnings.look is no time: " + look);
        }
    }
}
