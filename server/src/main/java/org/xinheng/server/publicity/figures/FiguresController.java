package org.xinheng.server.publicity.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;

/** Figures of what is shown: totals for everybody, rows for the office. */
@Controller
@OpenToAll
class FiguresController {

    private final PublicRecords records;
    private final PolicyInForce inForce;
    private final Clock clock;

    FiguresController(PublicRecords records, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.inForce = inForce;
        this.clock = clock;
    }

    @GetMapping(FiguresPage.PATH)
    FiguresPage figures(@RequestParam(defaultValue = "") String type) {
        return page(type, false);
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(FiguresPage.OFFICE_PATH)
    FiguresPage inside(@RequestParam(defaultValue = "") String type) {
        return page(type, true);
    }

    private FiguresPage page(String chosen, boolean office) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
        Policy policy = inForce.policy();
        List<RecordType> types = RecordReader.publicTypes(policy);
        List<Long> counts = records.counts(types.stream().map(RecordType::id).toList(), today);
        List<FiguresPage.Kind> kinds = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (counts.get(i) > 0) {
                kinds.add(new FiguresPage.Kind(types.get(i), counts.get(i)));
            }
        }
        RecordType type = types.stream()
                .filter(one -> one.id().equals(chosen))
                .findFirst()
                .orElseGet(() -> kinds.isEmpty() ? null : kinds.getFirst().type());
        return new FiguresPage(kinds, type, places(type, policy, today), office);
    }

    private List<FiguresPage.Place> places(@Nullable RecordType type, Policy policy, LocalDate today) {
        if (type == null) {
            return List.of();
        }
        Map<String, Long> byAuthority = records.countsByAuthority(type.id(), today);
        List<FiguresPage.Place> places = new ArrayList<>();
        long rest = byAuthority.values().stream().mapToLong(Long::longValue).sum();
        for (Place.Division county : policy.place().counties()) {
            long within = byAuthority.entrySet().stream()
                    .filter(counted -> policy.authority(counted.getKey())
                            .filter((Authority body) -> body.isWithin(county.code()))
                            .isPresent())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            rest -= within;
            places.add(new FiguresPage.Place(county.code(), county.name(), within));
        }
        places.addFirst(new FiguresPage.Place(null, null, rest));
        return places;
    }
}
