package org.xinheng.server.breach;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.breaches.*}; what is a breach stands in the pack.
 *
 * @param look how often it is looked whether records of breaches came, changed or ended
 */
@ConfigurationProperties("xinheng.breaches")
public record BreachSettings(@DefaultValue("1m") Duration look) {

    public BreachSettings {
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("xinheng.breaches.look is no time: " + look);
        }
    }
}
