package org.xinheng.server.crash;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A reader of the portal who looks again and again at the list of the marked records, all through the kills: either all of
 * them carry the number of one delivery, or the server is away, or it says 503.
 */
final class PortalReader implements AutoCloseable {

    private static final Pattern MARK = Pattern.compile("版次(\\d{5})");
    private static final long PAUSE_MILLIS = 40;

    private final DepartmentClient client;
    private final String page;
    private final List<String> faults = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final Thread thread;
    private int away;
    private volatile boolean closing;

    /** What was seen first, and when the page was asked for and had been read. */
    record Sight(int number, Instant asked, Instant read) {}

    PortalReader(DepartmentClient client, String type, LocalDate day) {
        this.client = client;
        page = "/lists/" + type + "?from=" + day + "&to=" + day;
        thread = Thread.ofPlatform().name("portal-reader").start(this::read);
    }

    private void read() {
        try {
            while (!closing) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        var asked = Instant.now();
        try {
            var answer = client.page(page);
            switch (answer.statusCode()) {
                case 200 -> see(asked, answer.body());
                case 503 -> sawNothing();
                default -> fault(asked + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            // Nobody listens, or the line was cut by the kill.
        }
    }

    private synchronized void sawNothing() {
        away++;
    }

    private synchronized void fault(String fault) {
        faults.add(fault);
    }

    private synchronized void see(Instant asked, String body) {
        var numbers = new TreeSet<Integer>();
        int lines = 0;
        var marks = MARK.matcher(body);
        while (marks.find()) {
            numbers.add(Integer.valueOf(marks.group(1)));
            lines++;
        }
        if (lines == 0 && sights.isEmpty()) {
            return;
        }
        if (numbers.size() != 1 || lines != NumberedDelivery.MARKED) {
            faults.add(asked + " saw " + lines + " records of deliveries " + numbers);
            return;
        }
        int last = sights.isEmpty() ? -1 : sights.getLast().number();
        if (numbers.first() < last) {
            faults.add(asked + " saw delivery " + numbers.first() + " after " + last);
        } else if (numbers.first() > last) {
            sights.add(new Sight(numbers.first(), asked, Instant.now()));
        }
    }

    /** What no reader may ever see. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized List<Sight> sights() {
        return List.copyOf(sights);
    }

    /** How often the page said that the database is away. */
    synchronized int away() {
        return away;
    }

    /** What a reader sees now. */
    int sees() throws IOException, InterruptedException {
        var marks = MARK.matcher(client.page(page).body());
        return marks.find() ? Integer.parseInt(marks.group(1)) : -1;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.interrupt();
        thread.join();
    }
}
