package org.xinheng.server.web;

import org.xinheng.core.policy.Title;

/** Whose platform this is, as the policy pack says; offered by the module that knows the pack. */
public interface Masthead {

    /** Name of the platform. */
    Title platform();

    /** Lead authority (牵头单位). */
    Title leadAuthority();

    /** The place served. */
    Title place();
}
