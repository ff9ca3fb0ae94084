import { userSchema } from "./wire";

/** The most users that one page of a list holds. */
export const mostOnPage = 100;
const core = "urn:ietf:params:scim:schemas:core:2.0";

/** What this server does of SCIM (RFC 7643, 5; pages as in RFC 9865, 4). */
export const providerConfig = (base: string) => ({
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 20 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  pagination: {
    cursor: true,
    index: false,
    defaultPaginationMethod: "cursor",
    defaultPageSize: mostOnPage,
    maxPageSize: mostOnPage,
  },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "The token that this server was given, in the Authorization header.",
      specUri: "https://www.rfc-editor.org/info/rfc6750",
      primary: true,
    },
  ],
  meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
});

export const resourceTypes = (base: string) => [
  {
    schemas: [`${core}:ResourceType`],
    id: "User",
    name: "User",
    description: "An account",
    endpoint: "/Users",
    schema: userSchema,
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/User` },
  },
];

const attribute = (name: string, description: string, more: Record<string, unknown> = {}) => ({
  name,
  type: "string",
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...more,
});

const list = (name: string, description: string, value: string) => ({
  ...attribute(name, description, { type: "complex", multiValued: true }),
  subAttributes: [
    attribute("value", value),
    attribute("type", "What it is for", { canonicalValues: ["work", "home", "mobile", "other"] }),
    attribute("primary", "Whether it is the first to use", { type: "boolean" }),
  ],
});

export const schemas = (base: string) => [
  {
    schemas: [`${core}:Schema`],
    id: userSchema,
    name: "User",
    description: "An account",
    attributes: [
      attribute("userName", "What its holder signs in with", { required: true, uniqueness: "server" }),
      attribute("externalId", "What the identity provider calls it", { caseExact: true, uniqueness: "server" }),
      attribute("displayName", "Its holder's name as it is shown"),
      {
        ...attribute("name", "The parts of its holder's name", { type: "complex" }),
        subAttributes: [
          attribute("formatted", "The whole name"),
          attribute("familyName", "The family name"),
          attribute("givenName", "The given name"),
        ],
      },
      attribute("active", "Whether it is switched on", { type: "boolean" }),
      list("emails", "E-mail addresses", "An e-mail address"),
      list("phoneNumbers", "Phone numbers", "A phone number with its country, such as +447700900123"),
    ],
    meta: { resourceType: "Schema", location: `${base}/Schemas/${userSchema}` },
  },
];
