package org.xinheng.server.intake.xlsx;

/**
 * A part of a workbook as the central directory of its archive describes it.
 *
 * @param name as written, for messages
 * @param deflated else stored as it is
 * @param size in bytes when unpacked, by its own account
 * @param begin of the packed bytes in the file
 */
record ZipPart(String name, boolean deflated, long crc, long packed, long size, long begin) {}
