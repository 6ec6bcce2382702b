/**
 * The judge. It knows the bytes of the files, the profiles that were there, what people and other
 * writers did, and the tables as they are seen and as they end. What is right it computes with code
 * of its own, from the reading of CSV on. Of what it judges it knows the records and their words
 * (such as {@code Task}, {@code Balance} and {@code ResultKeys}), and runs none of its rules.
 */
@NullMarked
package expunge.simulator.check;

import org.jspecify.annotations.NullMarked;
