/**
 * Reads the tables of a policy pack: CSV files, each with a YAML head beside it that names its source and licence. It
 * needs no whole pack, so that the small commands start at once; the rules of a pack are read elsewhere.
 */
@NullMarked
package org.xinheng.packs.table;

import org.jspecify.annotations.NullMarked;
