/** Evaluation for the office: results in words, runs and their shares, by API and page. Every look at an organisation is logged. */
@NullMarked
package org.xinheng.server.evaluation.desk;

import org.jspecify.annotations.NullMarked;
