// Where the S3-compatible storage is and who we are there. Holds a secret: never log it.
export interface S3Settings {
  /** Without the bucket and without a slash at the end: `https://s3.ap-northeast-1.amazonaws.com`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}
