package expunge.file;

/**
 * Finds where records begin and end, in bytes and lines, without decoding them: RFC 4180 with LF or
 * CRLF, where a quote opens only at the start of a field. It works because the characters that
 * matter are single code units in every {@link TextEncoding}. It stops at any byte and goes on when
 * more have come.
 */
final class RecordScanner {
  private enum State {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTES,
    AFTER_QUOTES,
    CARRIAGE_RETURN
  }

  private final int unit;
  private final int highByte;
  private final char delimiter;

  private State state = State.FIELD_START;
  private boolean ended = true;
  private boolean returned;
  private int position;
  private int line;
  private int recordStart;
  private int recordLine;
  private int contentEnd;
  private int fields;
  private int quoteLine;

  RecordScanner(TextEncoding encoding, char delimiter, int line) {
    this.unit = encoding.unitBytes();
    this.highByte = encoding == TextEncoding.UTF_16LE ? 1 : 0;
    this.delimiter = delimiter;
    this.line = line;
  }

  /** The byte after the last one read; the end of the record where one has just ended. */
  int position() {
    return position;
  }

  /** The line at {@link #position()}. */
  int line() {
    return line;
  }

  /** Where the current record begins. */
  int recordStart() {
    return recordStart;
  }

  /** The line on which the current record begins. */
  int recordLine() {
    return recordLine;
  }

  /** The bytes of the record that has just ended, without its line end; 0 for a blank line. */
  int contentBytes() {
    return contentEnd - recordStart;
  }

  /** The fields of the current record so far; 1 for a blank line. */
  int fields() {
    return fields;
  }

  /** The line of the quote that is still open, or 0. */
  int openQuoteLine() {
    return state == State.QUOTED ? quoteLine : 0;
  }

  /** Goes on at the start of another record. */
  void moveTo(int newPosition, int newLine) {
    position = newPosition;
    line = newLine;
    ended = true;
  }

  /**
   * Goes over blank lines between two records, a whole run of them at once: a gigabyte of nothing
   * is a file, too.
   *
   * @param base the index in {@code bytes} of position 0
   * @param limit the position of the end of the bytes
   */
  void passBlankLines(byte[] bytes, int base, int limit) {
    int end = base + limit;
    int lineEnd = ended ? unit : 0;
    while (lineEnd > 0) {
      passLineFeeds(bytes, base + position, end);
      lineEnd = lineEndAt(bytes, base + position, end);
      line += lineEnd > 0 ? 1 : 0;
      position += lineEnd;
    }
  }

  /** The one loop that has to be tight: it does nothing else a billion times. */
  private void passLineFeeds(byte[] bytes, int from, int end) {
    int index = from;
    while (index < end && unit == 1 && bytes[index] == '\n') {
      index++;
    }
    line += index - from;
    position += index - from;
  }

  /** The bytes of the line end that is here; 0 if there is none, or not all of it yet. */
  private int lineEndAt(byte[] bytes, int index, int end) {
    int c = codeAt(bytes, index, end);
    if (c == '\n') {
      return unit;
    }
    return c == '\r' && codeAt(bytes, index + unit, end) == '\n' ? 2 * unit : 0;
  }

  /** No character's number where the bytes end. */
  private int codeAt(byte[] bytes, int index, int end) {
    if (index + unit > end) {
      return -1;
    }
    return unit == 1 ? bytes[index] : wide(bytes, index);
  }

  /**
   * Reads on, to the end of a record or of the bytes.
   *
   * @param base the index in {@code bytes} of position 0
   * @param limit the position of the end of the bytes
   * @return whether a record or a blank line has ended
   */
  boolean advance(byte[] bytes, int base, int limit) throws UnacceptableFile {
    if (ended) {
      beginRecord();
    }
    while (!ended && position + unit <= limit) {
      int index = base + position;
      position += unit;
      read(unit == 1 ? bytes[index] : wide(bytes, index));
    }
    return ended;
  }

  /**
   * The file ends at this position.
   *
   * @return whether a last record without a line end has ended
   */
  boolean finish(int limit) throws UnacceptableFile {
    if (state == State.QUOTED) {
      throw RecordRefusal.unbalancedQuote(quoteLine);
    }
    if (state == State.CARRIAGE_RETURN) {
      throw RecordRefusal.carriageReturn(line);
    }
    position = limit;
    contentEnd = limit;
    if (contentBytes() > 0) {
      line++;
      ended = true;
    }
    return ended;
  }

  private void beginRecord() {
    ended = false;
    state = State.FIELD_START;
    recordStart = position;
    recordLine = line;
    fields = 1;
  }

  private int wide(byte[] bytes, int index) {
    return ((bytes[index + highByte] & 0xFF) << 8) | (bytes[index + 1 - highByte] & 0xFF);
  }

  private void read(int c) throws UnacceptableFile {
    switch (state) {
      case UNQUOTED -> unquoted(c);
      case QUOTED -> quoted(c);
      case FIELD_START -> fieldStart(c);
      case QUOTE_IN_QUOTES -> quoteInQuotes(c);
      case AFTER_QUOTES -> afterQuotes(c);
      case CARRIAGE_RETURN -> carriageReturn(c);
    }
  }

  private void fieldStart(int c) {
    if (c == '"') {
      quoteLine = line;
      open();
    } else {
      unquoted(c);
    }
  }

  private void open() {
    state = State.QUOTED;
    returned = false;
  }

  private void unquoted(int c) {
    if (!separates(c)) {
      state = State.UNQUOTED;
    }
  }

  private void quoted(int c) {
    if (c == '"') {
      state = State.QUOTE_IN_QUOTES;
    } else if (c == '\r' || (c == '\n' && !returned)) {
      line++;
    }
    returned = c == '\r';
  }

  private void quoteInQuotes(int c) throws UnacceptableFile {
    if (c == '"') {
      open();
    } else {
      afterQuotes(c);
    }
  }

  private void afterQuotes(int c) throws UnacceptableFile {
    if (separates(c)) {
      return;
    }
    if (c != ' ' && c != '\t') {
      throw RecordRefusal.malformedQuote(line, fields);
    }
    state = State.AFTER_QUOTES;
  }

  private void carriageReturn(int c) throws UnacceptableFile {
    if (c != '\n') {
      throw RecordRefusal.carriageReturn(line);
    }
    endLine(2 * unit);
  }

  private boolean separates(int c) {
    if (c == delimiter) {
      fields++;
      state = State.FIELD_START;
    } else if (c == '\n') {
      endLine(unit);
    } else if (c == '\r') {
      state = State.CARRIAGE_RETURN;
    } else {
      return false;
    }
    return true;
  }

  private void endLine(int lineEndBytes) {
    contentEnd = position - lineEndBytes;
    line++;
    ended = true;
  }
}
