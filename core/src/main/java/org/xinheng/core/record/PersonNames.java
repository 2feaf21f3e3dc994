package org.xinheng.core.record;

/**
 * Tells, without taking anything out, that a text seems to name a person beside the subject: a word for a role, then a
 * name of two to four characters that begins with a common family name and ends where a name ends. Meant to miss rather
 * than to cry wolf.
 */
final class PersonNames {

    /** First characters of {@link #ROLES}. */
    static final String STARTS = "法当负经投举受证身驾司户";

    private static final String DOCUMENT = "身份证";
    private static final String[] ROLES = {
        "法定代表人", "当事人", "负责人", "经营者", "投诉人", "举报人", "受害人", "受害者", "证人", "驾驶员", "驾驶人", "司机", "户主"
    };
    private static final String FAMILY_NAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈" + "钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤";
    /** Marks, and words with which a sentence goes on after a name. */
    private static final String AFTER = "，,。.；;：:、)）(（\n 　的于在系为与和及将因从对未经已擅自、（";
    /** Last characters of places, firms and offices, which no role makes a person. */
    private static final String NO_NAME_ENDS = "区县市省镇乡村厂店公司社部局院校所心路街队行会";

    private static final int LONGEST = 4;

    private PersonNames() {}

    static boolean startAt(String text, int from) {
        char first = text.charAt(from);
        if (first == DOCUMENT.charAt(0) && text.startsWith(DOCUMENT, from)) {
            // 未查验旅客身份证 is a violation and names nobody; 身份证号: is about to.
            int behind = from + DOCUMENT.length();
            return behind < text.length() && "号：:*（(".indexOf(text.charAt(behind)) >= 0;
        }
        for (String role : ROLES) {
            if (role.charAt(0) == first && text.startsWith(role, from)) {
                return isName(text, from + role.length());
            }
        }
        return false;
    }

    /** Whether a whole name is that of a person rather than of an organisation: two or three characters, family name first. */
    static boolean isWhole(String name) {
        if (name.length() < 2 || name.length() > 3 || FAMILY_NAMES.indexOf(name.charAt(0)) < 0) {
            return false;
        }
        return name.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF)
                && NO_NAME_ENDS.indexOf(name.charAt(name.length() - 1)) < 0;
    }

    private static boolean isName(String text, int afterRole) {
        int from = afterRole;
        if (text.startsWith("姓名", from)) {
            from += 2;
        }
        while (from < text.length() && from < afterRole + 5 && isLink(text.charAt(from))) {
            from++;
        }
        if (from >= text.length() || FAMILY_NAMES.indexOf(text.charAt(from)) < 0) {
            return false;
        }
        for (int length = 2; length <= LONGEST && from + length <= text.length(); length++) {
            char last = text.charAt(from + length - 1);
            if (last < 0x4E00 || last > 0x9FFF) {
                return false;
            }
            boolean ends = from + length == text.length() || AFTER.indexOf(text.charAt(from + length)) >= 0;
            if (ends) {
                return NO_NAME_ENDS.indexOf(last) < 0;
            }
        }
        return false;
    }

    private static boolean isLink(char c) {
        return c == '：' || c == ':' || c == '为' || c == '是' || Glyphs.isBlank(c);
    }
}
