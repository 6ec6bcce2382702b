/**
 * Reads files of identifiers: which encoding and delimiter, which column, where each record begins
 * and ends, and which rows can be used. Intake reads a file once and cuts it into slices; a worker
 * reads one slice alone and sees exactly the rows that intake saw. What can't be read in one way
 * only is refused before anything is deleted.
 */
@NullMarked
package expunge.file;

import org.jspecify.annotations.NullMarked;
