/**
 * The evaluation of {@code core} on Apache Spark, for provinces and beyond: handed a compiled model, it reads facts from Parquet and
 * writes results to Parquet. Knows no pack, no server and no database.
 */
@NullMarked
package org.xinheng.spark;

import org.jspecify.annotations.NullMarked;
