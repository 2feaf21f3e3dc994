/**
 * Service of documents (送达): what is decided about an organisation is put into its inbox, kept byte for byte, with the time of service; attachments of cases. Decides nothing and knows no case.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation", "policy", "access", "database", "web"})
package org.xinheng.server.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
