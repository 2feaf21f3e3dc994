package org.xinheng.server.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The class path of the product, packed into jars: the JVM keeps an archive of loaded classes for jars only, and with it a
 * server starts in half the time.
 */
final class ProductJars {

    static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "product-jars")
            .toAbsolutePath()
            .normalize();

    private static final String CLASS_PATH = packed();

    private ProductJars() {}

    static String classPath() {
        return CLASS_PATH;
    }

    /** Made by {@link ServerProcess#startForAll}, used by all that start later. */
    static Path archiveOfClasses() {
        return FOLDER.resolve("classes.jsa");
    }

    private static String packed() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(FOLDER.resolve("classes.jsa"));
            var path = new ArrayList<String>();
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                var place = Path.of(entry);
                if (Files.isRegularFile(place)) {
                    path.add(entry);
                } else if (Files.isDirectory(place) && !place.endsWith("test-classes")) {
                    path.add(pack(place, FOLDER.resolve("module-" + path.size() + ".jar"))
                            .toString());
                }
            }
            return String.join(File.pathSeparator, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            out.setLevel(java.util.zip.Deflater.BEST_SPEED);
            for (var file : files.sorted().toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (name.isEmpty()) {
                    continue;
                }
                // Scanning for components needs the folders too.
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
