package org.xinheng.server.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import org.xinheng.server.cli.DeliveryRun.Progress;

/**
 * A file on its way to the server, which checks each row before it takes the next bytes: what has been sent is, but for what
 * the network holds, what has been read.
 */
final class CountedFile implements BodyPublisher {

    private final BodyPublisher file;
    private final Progress progress;

    CountedFile(Path file, Progress progress) throws FileNotFoundException {
        this.file = BodyPublishers.ofFile(file);
        this.progress = progress;
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> network) {
        file.subscribe(new Counter(network));
    }

    private final class Counter implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> network;
        private long bytes;
        private long lines;

        Counter(Flow.Subscriber<? super ByteBuffer> network) {
            this.network = network;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            network.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            bytes += part.remaining();
            for (int i = part.position(); i < part.limit(); i++) {
                if (part.get(i) == '\n') {
                    lines++;
                }
            }
            network.onNext(part);
            progress.sent(bytes, contentLength(), lines);
        }

        @Override
        public void onError(Throwable fault) {
            network.onError(fault);
        }

        @Override
        public void onComplete() {
            network.onComplete();
        }
    }
}
