package org.xinheng.server.measure.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.page.VerifyPage.Printed;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.measure.receipt.VerificationCodes;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.RowId;

/** Whether a printed result sheet is genuine, to everybody: yes or no, and nothing of what the check found. */
@Controller
@OpenToAll
class VerifyController {

    private static final int LONGEST = 64;

    private final Receipts receipts;
    private final VerificationCodes codes;
    private final ReceiptVerifier verifier;
    private final Clock clock;

    VerifyController(Receipts receipts, VerificationCodes codes, ReceiptVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.receipts = receipts;
        this.codes = codes;
        this.clock = clock;
    }

    @GetMapping(VerifyPage.PATH)
    Answer verify(
            @RequestParam(required = false) Optional<String> number,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String day) {
        Printed printed = new Printed(
                text(number.orElse("")), text(check), text(code).toUpperCase(Locale.ROOT), text(outcome), text(day));
        if (number.isEmpty()) {
            return new VerifyPage(printed, List.of(), null, "");
        }
        List<String> missing = missing(printed);
        if (!missing.isEmpty()) {
            return new VerifyPage(printed, missing, null, "");
        }
        Optional<Receipt> genuine = genuine(printed);
        return new VerifyPage(
                printed,
                missing,
                genuine.isPresent(),
                genuine.map(Receipt::proof)
                        .flatMap(ReceiptProof::read)
                        .map(ReceiptProof::keyId)
                        .orElse(""));
    }

    private static String text(String typed) {
        String text = typed.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static List<String> missing(Printed printed) {
        List<String> missing = new ArrayList<>();
        add(missing, "number", printed.number());
        add(missing, "check", printed.check());
        add(missing, "code", printed.code());
        add(missing, "outcome", printed.outcome());
        add(missing, "day", printed.day());
        return missing;
    }

    private static void add(List<String> missing, String field, String typed) {
        if (typed.isEmpty()) {
            missing.add(field);
        }
    }

    /** Which part differs is not said: only who holds the sheet can know them all. */
    private Optional<Receipt> genuine(Printed printed) {
        return RowId.read(printed.number())
                .flatMap(receipts::find)
                .filter(receipt -> codes.isOf(receipt, printed.check()))
                .filter(receipt -> says(receipt, printed))
                .filter(this::isSigned);
    }

    /** Receipts from before the signatures have none. */
    private boolean isSigned(Receipt receipt) {
        String proof = receipt.proof();
        return proof == null || verifier.verify(receipt.answer(), proof) == Verdict.GENUINE;
    }

    private boolean says(Receipt receipt, Printed printed) {
        ReceiptPage page = ReceiptPage.of(receipt);
        Instant asOf = page.asOf();
        return page.text("code").equals(printed.code())
                && page.text("outcome").equals(printed.outcome())
                && LocalDate.ofInstant(asOf, clock.getZone()).toString().equals(printed.day());
    }
}
