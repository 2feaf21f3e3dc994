package org.xinheng.server.crash;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/** A delivery of any type with personal data in every place where a department might write some. */
final class PlantedFile {

    private static final String ORGANISATION = "法人及非法人组织";

    private final RecordType type;
    private final Plants plants;
    private final Map<String, String> faultless;
    private final String label;
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** @param faultless a row that would be accepted; empty when none is known, then the rows of organisations are refused */
    PlantedFile(RecordType type, Plants plants, Map<String, String> faultless, String label) {
        this.type = type;
        this.plants = plants;
        this.faultless = faultless;
        this.label = label;
        if (!faultless.isEmpty()) {
            rows.add(organisation());
        }
        eachColumn();
        freeText();
        droppedColumns();
        persons();
    }

    private Map<String, String> organisation() {
        var row = new LinkedHashMap<>(faultless);
        int category = type.indexOf(Field.Role.SUBJECT_CATEGORY);
        if (category >= 0) {
            row.put(type.fields().get(category).name(), ORGANISATION);
        }
        number(row);
        return row;
    }

    /** Records of one key would be taken for one another. */
    private void number(Map<String, String> row) {
        int number = type.indexOf(Field.Role.DOCUMENT_NUMBER);
        if (number >= 0) {
            row.put(type.fields().get(number).name(), label + "〔2026〕" + rows.size() + "号");
        }
    }

    /** An identity number in each column that an organisation's row has: beside what belongs there, and instead of it. */
    private void eachColumn() {
        for (var field : type.fields()) {
            if (field.privacy() != Field.Privacy.DROPPED && field.role() != Field.Role.SUBJECT_CATEGORY) {
                var beside = organisation();
                beside.merge(field.name(), plants.identityNumber(place(field, "beside")), (own, id) -> own + "，" + id);
                rows.add(beside);
                var instead = organisation();
                instead.put(field.name(), plants.identityNumber(place(field, "instead")));
                rows.add(instead);
            }
        }
    }

    private void freeText() {
        for (var field : type.fields()) {
            if (field.privacy() == Field.Privacy.FREE_TEXT && field.role() != Field.Role.SUBJECT_OLDER_CODE) {
                for (var sentence : sentences(field)) {
                    var row = organisation();
                    row.put(field.name(), sentence);
                    rows.add(row);
                }
            }
        }
        var waiting = organisation();
        int code = type.indexOf(Field.Role.SUBJECT_CODE);
        type.fields().stream()
                .filter(field -> field.privacy() == Field.Privacy.FREE_TEXT)
                .forEach(field -> waiting.put(field.name(), "证件" + plants.identityNumber(place(field, "waiting"))));
        waiting.put(type.fields().get(code).name(), "");
        rows.add(waiting);
    }

    private List<String> sentences(Field field) {
        return List.of(
                "当事人证件" + plants.identityNumber(place(field, "in a sentence")) + "。",
                "联系电话" + plants.mobile(place(field, "telephone")) + "。",
                "转入卡号" + plants.card(place(field, "card")) + "。",
                "驾驶" + plants.plate(place(field, "plate")) + "小型车。",
                "系员工，住址：" + plants.home(place(field, "home")) + "，无前科。");
    }

    private void droppedColumns() {
        var row = organisation();
        type.fields().stream()
                .filter(field -> field.privacy() == Field.Privacy.DROPPED)
                .forEach(field -> row.put(
                        field.name(),
                        plants.name(place(field, "name"))
                                + plants.identityNumber(place(field, "number"))
                                + plants.word(place(field, "word"))));
        rows.add(row);
    }

    /** Of these rows nothing may stay but their number and the reason. */
    private void persons() {
        int category = type.indexOf(Field.Role.SUBJECT_CATEGORY);
        if (category >= 0) {
            for (var excluded : type.excludedSubjects()) {
                var row = everyCell("row of " + excluded);
                row.put(type.fields().get(category).name(), excluded);
                rows.add(row);
            }
        }
        for (var field : type.fields()) {
            if (field.privacy() == Field.Privacy.PERSON_MARK || field.role() == Field.Role.SUBJECT_CODE) {
                var row = everyCell("row with " + field.name());
                if (category >= 0) {
                    row.put(type.fields().get(category).name(), ORGANISATION);
                }
                row.put(field.name(), plants.identityNumber(place(field, "mark")));
                rows.add(row);
            }
        }
    }

    private Map<String, String> everyCell(String what) {
        var row = new LinkedHashMap<String, String>();
        for (var field : type.fields()) {
            row.put(field.name(), plants.name(place(field, what)) + plants.word(place(field, what)));
        }
        return row;
    }

    private String place(Field field, String what) {
        return label + " " + type.id() + "." + field.name() + " (" + field.privacy() + ") " + what;
    }

    int size() {
        return rows.size();
    }

    List<List<String>> cells() {
        var cells = new ArrayList<List<String>>();
        cells.add(type.fields().stream().map(Field::name).toList());
        for (var row : rows) {
            cells.add(type.fields().stream()
                    .map(field -> row.getOrDefault(field.name(), ""))
                    .toList());
        }
        return cells;
    }

    byte[] csv(Charset charset) {
        return text(cells()).getBytes(charset);
    }

    /** The rows without the line that says what they are. */
    byte[] csvWithoutHeader(Charset charset) {
        return text(cells().reversed().subList(0, rows.size())).getBytes(charset);
    }

    private static String text(List<List<String>> cells) {
        return cells.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
