package org.xinheng.testkit.city;

import java.util.List;

/** What organisations of the made-up city do, whom they deal with, and what goes wrong there. */
final class Trades {

    /**
     * @param word part of the organisation's name
     * @param field word in the name of the department in charge
     * @param permit permit document, kind and content
     * @param offences what a penalty is about, gravest last
     */
    record Trade(String word, String field, Permit permit, List<Offence> offences) {}

    record Permit(String title, String kind, String certificate, String content) {}

    /** @param basis law and article; real law, made-up case */
    record Offence(String conduct, String facts, String basis) {}

    static final List<Trade> ALL = List.of(
            new Trade(
                    "食品",
                    "市场监督管理",
                    new Permit("食品生产许可决定书", "普通", "食品生产许可证", "准予从事糕点、炒货食品及坚果制品生产"),
                    List.of(
                            new Offence("标签不符合规定", "当事人生产的预包装食品标签未标明生产者的地址，违反标签管理规定。", "《中华人民共和国食品安全法》第一百二十五条第一款第（二）项"),
                            new Offence(
                                    "经营超过保质期的食品", "执法人员现场检查发现货架上陈列待售的糕点已超过标注的保质期。", "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项"),
                            new Offence("未取得许可从事食品生产经营活动", "当事人在许可证到期后未办理延续手续继续从事食品生产。", "《中华人民共和国食品安全法》第一百二十二条第一款"))),
            new Trade(
                    "环保材料",
                    "生态环境",
                    new Permit("建设项目环境影响报告表的批复", "核准", "", "同意按照报告表所列性质、规模、地点和环境保护措施进行建设"),
                    List.of(
                            new Offence("未按规定保存监测记录", "当事人未按照排污许可证规定保存原始监测记录。", "《排污许可管理条例》第三十七条"),
                            new Offence("超标排放水污染物", "采样监测结果显示废水总排口化学需氧量浓度超过排放标准。", "《中华人民共和国水污染防治法》第八十三条第（二）项"))),
            new Trade(
                    "建设工程",
                    "住房和城乡建设",
                    new Permit("建筑工程施工许可决定书", "普通", "建筑工程施工许可证", "准予商住楼工程主体施工，建设规模按附表执行"),
                    List.of(
                            new Offence("未取得施工许可证擅自施工", "当事人在未取得施工许可证的情况下开工建设厂房工程。", "《建设工程质量管理条例》第五十七条"),
                            new Offence("降低工程质量", "检测发现部分构件混凝土强度低于设计要求。", "《建设工程质量管理条例》第六十四条"))),
            new Trade(
                    "物流运输",
                    "交通运输",
                    new Permit("道路货物运输经营许可决定书", "普通", "道路运输经营许可证", "准予从事道路普通货物运输"),
                    List.of(
                            new Offence("未按规定维护货运车辆", "当事人未按照规定对营运车辆进行定期维护和检测。", "《中华人民共和国道路运输条例》第七十条第一款"),
                            new Offence("超越许可事项从事经营", "当事人超越许可事项从事道路危险货物运输经营。", "《中华人民共和国道路运输条例》第六十三条"))),
            new Trade(
                    "化工",
                    "应急管理",
                    new Permit("危险化学品经营许可决定书", "普通", "危险化学品经营许可证", "准予经营许可范围内的危险化学品，不带有储存设施"),
                    List.of(
                            new Offence("未如实记录安全生产教育培训情况", "当事人未如实记录本年度安全生产教育和培训情况。", "《中华人民共和国安全生产法》第九十七条第（四）项"),
                            new Offence("未采取措施消除事故隐患", "当事人对已责令整改的罐区泄漏隐患逾期未消除。", "《中华人民共和国安全生产法》第一百零二条"))),
            new Trade(
                    "文化传播",
                    "文化广电和旅游",
                    new Permit("营业性演出许可决定书", "普通", "营业性演出许可证", "准予从事演出经纪业务"),
                    List.of(new Offence("未经批准举办营业性演出", "当事人未经批准在商业广场举办营业性演出活动。", "《营业性演出管理条例》第四十四条第一款"))),
            new Trade(
                    "医疗器械",
                    "卫生健康",
                    new Permit("医疗机构执业登记决定书", "登记", "医疗机构执业许可证", "准予按核定的诊疗科目执业"),
                    List.of(new Offence("未按规定处置医疗废物", "当事人将医疗废物与生活垃圾混放于同一暂存点。", "《医疗废物管理条例》第四十七条第（一）项"))),
            new Trade(
                    "农业开发",
                    "农业农村",
                    new Permit("农药经营许可决定书", "普通", "农药经营许可证", "准予经营农药（限制使用农药除外）"),
                    List.of(new Offence("未建立农药采购台账", "当事人未执行农药采购台账、销售台账制度。", "《农药管理条例》第五十八条"))),
            new Trade(
                    "人力资源",
                    "人力资源和社会保障",
                    new Permit("人力资源服务许可决定书", "普通", "人力资源服务许可证", "准予从事职业中介活动"),
                    List.of(new Offence("未依法支付劳动报酬", "当事人经责令限期支付后逾期仍未足额支付劳动报酬。", "《保障农民工工资支付条例》第五十三条"))),
            new Trade(
                    "商贸",
                    "市场监督管理",
                    new Permit("食品经营许可决定书", "普通", "食品经营许可证", "准予从事预包装食品销售"),
                    List.of(
                            new Offence("未明码标价", "当事人销售商品未按照规定标明价格。", "《中华人民共和国价格法》第四十二条"),
                            new Offence("虚假宣传", "当事人在商品详情页对商品性能作引人误解的商业宣传。", "《中华人民共和国反不正当竞争法》第二十条第一款"))));

    private Trades() {}
}
