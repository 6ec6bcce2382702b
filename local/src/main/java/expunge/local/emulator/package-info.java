/**
 * The three services that stand in for AWS on one machine. Each is a program of others, started in
 * this process but in a class loader of its own, because their libraries do not agree; this package
 * is the only one that reaches into them, and it is the reason why reflection is used here.
 */
@NullMarked
package expunge.local.emulator;

import org.jspecify.annotations.NullMarked;
