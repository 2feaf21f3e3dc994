package org.xinheng.packs;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A place in a pack.
 *
 * @param file path below the folder of packs, e.g. {@code national/deadlines.yaml}
 * @param line from 1; 0 when the whole file or folder is meant
 * @param column from 1; 0 when the whole line is meant
 */
public record Position(String file, int line, int column) {

    static Position of(Node node) {
        return node.getStartMark().map(Position::of).orElse(new Position("?", 0, 0));
    }

    static Position of(Mark mark) {
        return new Position(mark.getName(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Position ofFile(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
