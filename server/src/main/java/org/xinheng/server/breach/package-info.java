/**
 * Notices of breaches (政务失信督办): a confirmed breach of a public body or a state-owned enterprise is put before its superior and audit.
 * Nobody who works there is named, and nothing else follows from a notice by itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "organisation", "policy", "service", "access", "web"})
package org.xinheng.server.breach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
