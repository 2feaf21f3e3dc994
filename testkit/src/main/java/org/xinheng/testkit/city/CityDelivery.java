package org.xinheng.testkit.city;

/**
 * One file that a department of the made-up city delivers.
 *
 * @param type id of the record type
 * @param source id of the delivering department
 * @param file name and bytes of a UTF-8 CSV
 * @param historical delivered as backlog
 */
public record CityDelivery(String type, String source, String fileName, byte[] file, boolean historical) {}
