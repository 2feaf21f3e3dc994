package org.xinheng.server.publicity.download;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FileStream;

/** Gives public data out as files. */
@Controller
@OpenToAll
class DownloadController {

    /** Files written at one time: each reads a whole type. Further ones are asked to come back. */
    private static final int AT_ONE_TIME = 2;

    private static final int PATIENCE_SECONDS = 10;

    private final RecordFiles files;
    private final Semaphore writing = new Semaphore(AT_ONE_TIME);

    DownloadController(RecordFiles files) {
        this.files = files;
    }

    @GetMapping(DownloadsPage.PATH)
    DownloadsPage downloads() {
        List<RecordType> types = files.types();
        List<Long> counts = files.counts(types);
        List<DownloadsPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            lines.add(new DownloadsPage.Line(types.get(i), counts.get(i)));
        }
        return new DownloadsPage(lines, files.today());
    }

    @GetMapping(DownloadsPage.PATH + "/{type:[a-z0-9-]+}")
    Answer download(@PathVariable String type) {
        return type(type)
                .<Answer>map(found -> new DownloadPage(
                        found, files.counts(List.of(found)).getFirst(), new RecordColumns(found).all(), files.today()))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @GetMapping(DownloadsPage.PATH + "/{type:[a-z0-9-]+}.{format:[a-z]+}")
    Answer file(@PathVariable String type, @PathVariable String format, HttpServletRequest request) {
        Optional<RecordType> found = type(type);
        Optional<FileFormat> as = FileFormat.find(format);
        if (found.isEmpty() || as.isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        if (!granted()) {
            return ErrorPage.of(HttpStatus.TOO_MANY_REQUESTS);
        }
        String root =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return new FileStream(
                type + "-" + files.today() + "." + format,
                as.get().mediaType(),
                found.get().nature() != RecordType.Nature.ADVERSE,
                out -> {
                    try {
                        files.write(found.get(), as.get(), root, out);
                    } finally {
                        writing.release();
                    }
                });
    }

    private boolean granted() {
        try {
            return writing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<RecordType> type(String id) {
        return files.types().stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
