package org.xinheng.server.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.intake.report.ErrorWorkbook;
import org.xinheng.server.intake.report.Template;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Empty files to fill in, and what belongs into them: the catalogue is no secret. */
@Controller
@OpenToAll
class TemplateController {

    private static final String PATH = "/templates/{type:[a-z0-9-]+}";

    private final PolicyInForce inForce;

    TemplateController(PolicyInForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping(PATH)
    Answer columns(@PathVariable String type) {
        Template template = template(type);
        return new TemplatePage(template.type(), template.columns());
    }

    @GetMapping(PATH + ".xlsx")
    void xlsx(@PathVariable String type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Template template = template(type);
        Words words = Words.in(Language.of(request));
        response.setContentType(ErrorWorkbook.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(type, "xlsx"));
        template.writeXlsx(
                response.getOutputStream(),
                column -> ColumnNotes.all(words, column),
                new Template.Wrong(
                        words.say(DeliveryText.TEMPLATE_WRONG), words.say(DeliveryText.TEMPLATE_WRONG_HINT)));
    }

    @GetMapping(PATH + ".csv")
    void csv(@PathVariable String type, HttpServletResponse response) throws IOException {
        Template template = template(type);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(type, "csv"));
        template.writeCsv(response.getOutputStream());
    }

    private static String attachment(String type, String ending) {
        return "attachment; filename=\"" + type + "." + ending + "\"";
    }

    private Template template(String type) {
        Policy policy = inForce.policy();
        return new Template(
                policy, policy.recordType(type).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
