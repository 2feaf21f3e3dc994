package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import org.xinheng.server.intake.read.FileFormat;
import org.xinheng.server.intake.read.RowSource;
import org.xinheng.server.intake.spool.Scratches;

/** XLSX workbooks (ECMA-376, ISO/IEC 29500, transitional and strict); any other archive is refused as none. */
public final class XlsxFormat implements FileFormat {

    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 2 && head[0] == 'P' && head[1] == 'K';
    }

    @Override
    public RowSource open(InputStream file, Scratches scratches) throws IOException {
        return new XlsxRows(file, scratches);
    }
}
