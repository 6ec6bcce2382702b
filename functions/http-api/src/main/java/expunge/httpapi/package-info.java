/**
 * The HTTP API. {@link expunge.httpapi.Routes} is the table of everything that can be called;
 * {@link expunge.httpapi.HttpApi} decides who may, and {@link expunge.httpapi.HttpApiHandler}
 * translates from and to API Gateway.
 */
@NullMarked
package expunge.httpapi;

import org.jspecify.annotations.NullMarked;
