package org.xinheng.server.correction.hook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.xinheng.server.correction.AddressFault;

/**
 * Whether this server may call an address that somebody else named (防止服务端请求伪造): http or https to public machines only.
 * Asked when it is registered and before every call; the Java platform remembers the names that it looked up for some seconds,
 * so that the call goes where the look did.
 */
public final class OutboundAddress {

    private final boolean privateToo;

    /** @param privateToo whether this machine and private networks may be called */
    public OutboundAddress(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** Empty when it may be called. */
    public Optional<AddressFault> fault(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of(AddressFault.ADDRESS_FORM);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of(AddressFault.ADDRESS_FORM);
        }
        if (privateToo) {
            return Optional.empty();
        }
        try {
            for (InetAddress machine : InetAddress.getAllByName(uri.getHost())) {
                if (isPrivate(machine)) {
                    return Optional.of(AddressFault.ADDRESS_PRIVATE);
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(AddressFault.ADDRESS_UNKNOWN_HOST);
        }
    }

    /** Ranges of RFC 6890 that lead to no public machine, and those that wrap an IPv4 address into IPv6. */
    static boolean isPrivate(InetAddress machine) {
        if (machine.isAnyLocalAddress()
                || machine.isLoopbackAddress()
                || machine.isLinkLocalAddress()
                || machine.isSiteLocalAddress()
                || machine.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = machine.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (machine) {
            case Inet4Address _ ->
                first == 0
                        || first >= 240
                        || first == 100 && second >= 64 && second < 128
                        || first == 192 && second == 0 && bytes[2] == 0
                        || first == 198 && (second == 18 || second == 19);
            case Inet6Address _ ->
                (first & 0xfe) == 0xfc
                        || first == 0x20 && second == 0x02
                        || first == 0x00
                        || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            default -> true;
        };
    }
}
