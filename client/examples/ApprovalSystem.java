import java.net.URI;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.XinhengClient;

/** An approval system that asks before it decides: java -cp client.jar ApprovalSystem.java ADDRESS ID SECRET CODE MATTER */
void main(String[] arguments) {
    try (var client = new XinhengClient(URI.create(arguments[0]), arguments[1], arguments[2])) {
        var question = new CheckQuestion(arguments[3], arguments[4], "审批核查", "审〔2026〕1号", "审批岗");
        IO.println(switch (client.check(question)) {
            case CheckResult.Clear(var answer) -> "APPROVE receipt " + answer.receiptId();
            case CheckResult.Hit(var answer) -> "APPLY " + answer.measures().getFirst().id() + " receipt " + answer.receiptId();
            case CheckResult.Unknown(var answer) -> "IDENTIFY receipt " + answer.receiptId();
            case CheckResult.Stale(var answer) -> "WAIT receipt " + answer.receiptId();
            case CheckResult.Refused refused -> "MEND " + refused.title();
            case CheckResult.Unavailable(var why, var _) -> "LATER " + why;
        });
    }
}
