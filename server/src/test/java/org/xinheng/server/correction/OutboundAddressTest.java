package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.server.correction.hook.OutboundAddress;

/** Whom this server may call on somebody else's word. */
class OutboundAddressTest {

    private final OutboundAddress strict = new OutboundAddress(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x",
                "http://localhost:8080/x",
                "http://10.0.0.1/",
                "http://172.16.3.4/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://255.255.255.255/",
                "http://224.0.0.1/",
                "http://198.18.0.1/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://2130706433/"
            })
    void privateNetworksAndThisMachineAreNotCalled(String address) {
        assertThat(strict.fault(address)).as(address).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "//example.org/x",
                "example.org/x",
                "http://user:password@example.org/",
                "http:///x",
                "http://93.184.215.14/#part",
                "not an address"
            })
    void nothingButWebAddressesIsCalled(String address) {
        assertThat(strict.fault(address)).as(address).contains(AddressFault.ADDRESS_FORM);
        assertThat(new OutboundAddress(true).fault(address)).as(address).contains(AddressFault.ADDRESS_FORM);
    }

    @Test
    void publicMachinesAreCalledAndPrivateOnesWhereItIsSaid() {
        assertThat(strict.fault("https://93.184.215.14/hook?x=1")).isEmpty();
        assertThat(strict.fault("https://[2606:4700::1111]:8443/hook")).isEmpty();
        assertThat(new OutboundAddress(true).fault("http://127.0.0.1:9/hook")).isEmpty();
    }
}
