import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    reason: "原因：{reason}",
    log: "记录",
    noLog: "还没有记录",
    cost: "费用 {yuan} 元",
    by: "{who} · {unit}",
    from: "原为",
    empty: "（空）",
    photo: "第{n}张照片",
    conditions: { good: "完好", worn: "轻微破损", damaged: "损坏", missing: "丢失" },
    fields: {
      name: "名称", address: "位置描述", owner_unit_id: "权属单位", owner_name: "权属单位名称", keeper_unit_id: "养护单位", keeper_name: "养护单位名称",
      installed_on: "安装日期", inspect_days: "巡检周期", value_yuan: "资产价值", acquired_on: "取得日期", warranty_until_on: "质保至", maker: "生产厂家",
      asset_no: "资产编号", position: "位置", scope_code: "所在区划", unit_id: "管理单位", unit_name: "管理单位名称", capacity: "容量", hours: "开放时间",
      phone: "公开电话", contact: "联系人", state: "状态",
    },
    contactChanged: "联系人已更改（不记姓名和号码）",
    cancel: "取消",
    save: "保存",
  },
  {
    reason: "Reason: {reason}",
    log: "Log",
    noLog: "Nothing noted yet",
    cost: "{yuan} yuan",
    by: "{who} · {unit}",
    from: "was",
    empty: "(empty)",
    photo: "Photo {n}",
    conditions: { good: "In good order", worn: "Worn", damaged: "Damaged", missing: "Missing" },
    fields: {
      name: "Name", address: "Address", owner_unit_id: "Owner", owner_name: "Owner's name", keeper_unit_id: "Keeper", keeper_name: "Keeper's name",
      installed_on: "Installed on", inspect_days: "Inspect every", value_yuan: "Value", acquired_on: "Acquired on", warranty_until_on: "Warranty until", maker: "Maker",
      asset_no: "Asset number", position: "Position", scope_code: "Area", unit_id: "Run by", unit_name: "Run by (name)", capacity: "Capacity", hours: "Hours",
      phone: "Public phone", contact: "Contact", state: "State",
    },
    contactChanged: "The contact was changed (no name or number is logged)",
    cancel: "Cancel",
    save: "Save",
  },
);
