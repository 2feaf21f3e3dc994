package org.xinheng.testkit.city;

import java.time.LocalDate;

/**
 * An organisation of the made-up city.
 *
 * @param county division in charge
 * @param state registration state in the register's words
 * @param size class of size in the register's words; blank where the register does not say
 * @param trade index into {@link Trades}
 */
public record CityOrganisation(
        String code,
        String name,
        String prefix,
        String county,
        LocalDate registeredOn,
        String capital,
        String state,
        String size,
        int trade) {

    /** 个体工商户: carries only what the law orders published. */
    public boolean individualBusiness() {
        return prefix.equals("92");
    }

    String category() {
        return individualBusiness() ? "个体工商户" : "法人及非法人组织";
    }
}
