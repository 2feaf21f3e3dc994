package org.xinheng.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a pack and of the packs below it: what an edition is made of, and what its version is taken over.
 *
 * @param files content by path below the folder of packs, in name order
 */
public record PackContent(SortedMap<String, byte[]> files) {

    public PackContent {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads the files of a pack as they lie on the disk now, whether they say anything sensible or not.
     *
     * @param policyPacks folder that holds one folder per pack
     * @throws IOException when the disk fails
     */
    public static PackContent read(Path policyPacks, String name) throws IOException {
        PackFiles files = new PackFiles(policyPacks, new FaultLog());
        files.read(name);
        return files.content();
    }

    /** SHA-256 over path, length and content of every file, in hexadecimal: the same files give the same version. */
    public String version() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(Long.BYTES + 1)
                    .put((byte) 0)
                    .putLong(content.length)
                    .array());
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Lays the files out below a folder, from where {@link PackLoader} reads them.
     *
     * @throws IOException when a name leads out of the folder, or the disk fails
     */
    public void writeTo(Path policyPacks) throws IOException {
        for (var file : files.entrySet()) {
            Path target = policyPacks.resolve(file.getKey()).normalize();
            if (!target.startsWith(policyPacks)) {
                throw new IOException("leads out of its folder: " + file.getKey());
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
