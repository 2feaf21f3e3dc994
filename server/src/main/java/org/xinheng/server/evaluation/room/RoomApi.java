package org.xinheng.server.evaluation.room;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.ModelRoom.Trial;
import org.xinheng.server.evaluation.room.RoomDesk.Begun;
import org.xinheng.server.web.Words;

/** The model room for programs of the office. */
@RestController
@Requires(Permission.KEEP_RULES)
class RoomApi {

    private final RoomDesk desk;
    private final CurrentActor current;

    RoomApi(RoomDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param pack name of a pack in the folder of packs; @param model blank for the first one in force */
    record Order(@Nullable String pack, @Nullable String model) {}

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/api/v1/evaluations/trials")
    Trial start(
            @RequestBody Order order,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language)
            throws IOException {
        Words words = Words.accepted(language);
        String actor = current.require(Permission.KEEP_RULES).name();
        return switch (desk.start(order.pack(), order.model(), actor, words)) {
            case Begun.Working working -> working.trial();
            case Begun.Faulty faulty ->
                throw ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "evaluation.trial-pack",
                        words.say(RoomText.PROBLEM_PACK),
                        faulty.faults());
            case Begun.NoModel _ ->
                throw ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "evaluation.trial-model",
                        words.say(RoomText.PROBLEM_MODEL),
                        words.say(RoomText.PROBLEM_MODEL_ADVICE));
        };
    }

    @GetMapping("/api/v1/evaluations/trials")
    List<Trial> list() {
        return desk.trials();
    }

    @GetMapping("/api/v1/evaluations/trials/{id}")
    Trial find(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return desk.find(id)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "evaluation.trial",
                        words.say(RoomText.PROBLEM_TRIAL),
                        words.say(RoomText.PROBLEM_TRIAL_ADVICE)));
    }
}
