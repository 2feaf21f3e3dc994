package org.xinheng.testkit.city;

import java.time.LocalDate;
import java.util.List;

/** What the made-up city's library holds (案例、动态、政策). Where a text speaks of an organisation it speaks through a record. */
public final class CityLibrary {

    private CityLibrary() {}

    /**
     * One piece.
     *
     * @param kind id of its kind: {@code warning}, {@code model}, {@code news} or {@code policy}
     * @param issuer of a policy document; empty for others, as its number and day
     */
    public record Piece(String kind, String title, String body, String issuer, String number, String day) {}

    /**
     * @param fine address of a penalty that is shown
     * @param permit address of a permit that is shown
     * @param office name of the credit office of the place
     * @param today the documents are younger than a year on it
     */
    public static List<Piece> of(String fine, String permit, String office, LocalDate today) {
        return List.of(
                new Piece("warning", "一次处罚之后的整改", """
                        [[%s]]受到行政处罚后，在规定期限内履行了处罚决定，对照法定要求逐项整改，并对有关岗位的工作人员进行了培训。

                        提示：发现问题应当立即纠正，并向主管部门报告。主动消除或者减轻违法行为危害后果的，依法从轻或者减轻处罚；整改完成并达到最短公示期的，可以申请信用修复。""".formatted(fine), "", "", ""),
                new Piece("warning", "年报逾期未报，投标受到影响", """
                        某商贸企业连续两年未按时报送年度报告，被列入经营异常名录，在一次政府采购活动中经信用核查未能通过资格审查。补报年报并申请移出后，影响即告消除。

                        提示：年度报告应当在每年6月30日前报送。已经逾期的，补报后可以向登记机关申请移出经营异常名录。""", "", "", ""),
                new Piece("model", "把许可和承诺挂在进门处", """
                        [[%s]]取得许可后，把许可内容和服务承诺挂在进门处，请来办事的单位对照监督，每季度自查一次并公开结果。

                        该单位介绍，写在墙上的承诺人人看得见，比任何宣传都管用。""".formatted(permit), "", "", ""),
                new Piece("model", "十年账期不拖欠，供应商主动让利", """
                        某制造企业十年来按合同约定支付货款，从未拖欠中小企业账款。原材料价格上涨期间，多家供应商主动延长了报价有效期。

                        及时支付不仅是法定义务，也是企业最直接的信用。""", "", "", ""),
                new Piece("news", "我市开通信用修复线上办理", """
                        即日起，本市各类单位可以通过公共信用信息平台在线提出信用修复申请，上传证明材料，查询办理进度。符合条件的，自受理之日起在规定期限内办结。

                        对公示信息有异议的，也可以在记录页面直接提出，办理期间有关记录标注“异议处理中”。""", "", "", ""),
                new Piece("news", "双公示信息报送质量季度通报发布", """
                        本季度，全市行政许可和行政处罚信息报送及时率继续提高，退回重报的数据主要集中在统一社会信用代码缺失、决定日期有误两类。

                        各数据来源单位可以在数据报送页面下载退回清单，在线更正后直接重新报送。""", "", "", ""),
                new Piece(
                        "policy",
                        "公共信用信息归集公示工作规程",
                        """
                        一、归集公共信用信息应当以目录为依据，目录以外的信息不予归集。

                        二、数据来源单位对所提供信息的真实性、准确性、及时性负责，自作出决定之日起七个工作日内报送。

                        三、涉及国家秘密、商业秘密、个人隐私的信息不予公示。公示期限届满的，停止公示。""",
                        office,
                        "澜信规〔2026〕1号",
                        today.minusMonths(8).toString()),
                new Piece(
                        "policy",
                        "信用信息异议和信用修复办理指引",
                        """
                        一、认为公示信息有错误、遗漏或者应当停止公示的，可以提出异议。平台核对后转数据来源单位处理，处理结果书面答复。

                        二、达到最短公示期、履行法定义务、作出信用承诺的，可以申请信用修复。不予修复的，应当说明理由。

                        三、办理异议和信用修复不收取任何费用。""",
                        office,
                        "澜信规〔2026〕2号",
                        today.minusMonths(3).toString()));
    }
}
