/**
 * Who may call: API keys, known by their hash alone, and the role that each has. A key is 256
 * random bits, so its plain SHA-256 can't be guessed back; the key itself is shown once, when it is
 * made, and kept nowhere. Some keys come with the deployment, the others are made by administrators
 * and kept in a store; the calls of each are counted.
 */
@NullMarked
package expunge.access;

import org.jspecify.annotations.NullMarked;
