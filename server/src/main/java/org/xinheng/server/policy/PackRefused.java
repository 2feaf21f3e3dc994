package org.xinheng.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xinheng.packs.PackFault;

/** The pack has faults: nothing may be judged by it. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PackFault> faults;

    public PackRefused(String pack, List<PackFault> faults) {
        super("policy pack " + pack + " has faults");
        this.faults = List.copyOf(faults);
    }

    /** Every fault on a line of its own: where, what, and what to do. */
    public String sentences(Locale locale) {
        return faults.stream().map(fault -> fault.sentence(locale)).collect(Collectors.joining("\n"));
    }
}
