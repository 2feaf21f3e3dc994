package org.xinheng.server.measure.desk;

import org.springframework.http.HttpStatus;
import org.xinheng.core.measure.use.Verdict;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** What programs are told when a measure cannot be applied, whichever way they tried. */
public final class MeasureProblems {

    private MeasureProblems() {}

    /** The law does not allow it. */
    public static ApiProblem refused(Text title, Verdict.Refused refusal, Policy policy, Words words) {
        ApiProblem problem = ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "measure.refused",
                        words.say(title),
                        MeasureText.of(refusal, policy, words))
                .with("reason", refusal.reason());
        return refusal.rule() == null ? problem : problem.with("rule", refusal.rule());
    }

    /** What it rests on changed meanwhile. */
    public static ApiProblem overtaken(Words words) {
        return ApiProblem.of(
                HttpStatus.CONFLICT,
                "measure.overtaken",
                words.say(MeasureText.PROBLEM_OVERTAKEN),
                words.say(MeasureText.FAULT_OVERTAKEN));
    }
}
