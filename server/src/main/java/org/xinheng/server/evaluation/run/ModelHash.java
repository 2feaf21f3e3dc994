package org.xinheng.server.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.Rule;

/** Identity of a model (模型哈希): SHA-256 over what it says, and not over where in a file it says so. */
final class ModelHash {

    private ModelHash() {}

    /** Every part of a model is a record whose text says all of it; a condition says its words. */
    static String of(EvaluationModel model) {
        StringBuilder text = new StringBuilder();
        text.append(said(model.rule())).append(model.total()).append(model.scope());
        text.append(model.grades());
        for (Dimension dimension : model.dimensions()) {
            text.append(dimension.id())
                    .append(dimension.title())
                    .append(dimension.points())
                    .append('/')
                    .append(dimension.start());
            if (dimension.folded() != null) {
                text.append(of(dimension.folded()));
            }
            dimension.own().forEach(one -> append(text, one));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256 is no Java SE", e);
        }
    }

    private static void append(StringBuilder text, Indicator one) {
        var source = one.source();
        var when = source.when();
        text.append(said(one.rule()))
                .append(source.recordType())
                .append(source.kinds())
                .append(source.severity())
                .append(when == null ? "" : when.text())
                .append(source.lookBack())
                .append(source.repeat())
                .append(one.weight())
                .append(one.ceiling())
                .append(one.remedy())
                .append('\n');
    }

    private static String said(Rule rule) {
        return rule.id() + rule.title() + rule.validity() + rule.basis() + rule.confidence();
    }
}
