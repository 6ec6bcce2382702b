/**
 * Who may call: API keys, known by their hash alone, and the role that each has. A key is 256
 * random bits, so its plain SHA-256 can't be guessed back; the key itself is shown once, when it is
 * made, and kept nowhere.
 */
@NullMarked
package expunge.access;

import org.jspecify.annotations.NullMarked;
