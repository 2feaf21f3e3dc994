package org.xinheng.server.evaluation.room;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.ModelRoom;
import org.xinheng.server.evaluation.ModelRoom.Trial;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PackShelf;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Words;

/** What API and page of the model room share. */
final class RoomDesk {

    private static final int LINES = 20;

    private final ModelRoom room;
    private final Evaluations evaluations;
    private final PackShelf shelf;
    private final Organisations organisations;
    private final PolicyInForce inForce;

    RoomDesk(
            ModelRoom room,
            Evaluations evaluations,
            PackShelf shelf,
            Organisations organisations,
            PolicyInForce inForce) {
        this.room = room;
        this.evaluations = evaluations;
        this.shelf = shelf;
        this.organisations = organisations;
        this.inForce = inForce;
    }

    /** What came of an order. */
    sealed interface Begun {
        record Working(Trial trial) implements Begun {}

        /** @param faults of the pack, a line each */
        record Faulty(String faults) implements Begun {}

        record NoModel() implements Begun {}
    }

    Begun start(@Nullable String pack, @Nullable String model, String actor, Words words) throws IOException {
        String named = model == null || model.isBlank()
                ? models().stream().findFirst().map(EvaluationModel::id).orElse("")
                : model.strip();
        return switch (shelf.read(pack == null ? "" : pack.strip())) {
            case PackLoading.Loaded loaded ->
                room.start(loaded.policy(), named, actor)
                        .<Begun>map(Begun.Working::new)
                        .orElseGet(Begun.NoModel::new);
            case PackLoading.Faulty(var faults) ->
                new Begun.Faulty(faults.stream()
                        .map(fault -> fault.sentence(words.language().locale()))
                        .collect(Collectors.joining("\n")));
        };
    }

    List<String> packs() throws IOException {
        return shelf.names();
    }

    List<EvaluationModel> models() {
        return evaluations.models();
    }

    List<Trial> trials() {
        return room.list(LINES);
    }

    Optional<Trial> find(long id) {
        return room.find(id);
    }

    /** Name of a group of organisations. */
    String group(String by, String value, Words words) {
        return switch (by) {
            case ModelRoom.DISTRICT -> words.say(inForce.policy().division(value));
            case ModelRoom.SIZE ->
                value.equals(ModelRoom.NOT_STATED)
                        ? words.say(RoomText.SIZE_NOT_STATED)
                        : size(value).map(words::say).orElse(value);
            default -> value;
        };
    }

    private Optional<Title> size(String value) {
        Policy policy = inForce.policy();
        return policy.recordTypes().values().stream()
                .flatMap(type -> type.field(Field.Role.ENTERPRISE_SIZE).stream())
                .flatMap(field -> Stream.ofNullable(field.codeList()))
                .flatMap(list -> Stream.ofNullable(policy.codeLists().get(list)))
                .flatMap(list -> Stream.ofNullable(list.values().get(value)))
                .findFirst();
    }

    /** Name and code of an organisation of an example. */
    String named(long organisation) {
        return organisations.find(organisation).map(RoomDesk::named).orElse(Long.toString(organisation));
    }

    private static String named(Organisation organisation) {
        return organisation.code() == null ? organisation.name() : organisation.name() + " " + organisation.code();
    }
}
